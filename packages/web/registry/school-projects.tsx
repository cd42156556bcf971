import { TextInput } from '@mantine/core';
import type { ProjectMembership } from '@opora/domain/registry/school-period.ts';
import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { notify } from '../ui/notice.ts';
import { PeriodForm } from './period-form.tsx';
import { PeriodSection } from './period-section.tsx';
import { registryTexts } from './registry-catalog.ts';
import { useProjectChanges } from './use-registry.ts';

type SchoolProjectsProps = {
  readonly orgUnitId: string;
  readonly projects: readonly ProjectMembership[];
  readonly mayManage: boolean;
};

export function SchoolProjects({ orgUnitId, projects, mayManage }: SchoolProjectsProps) {
  const texts = useTexts(registryTexts);
  const { remove, save } = useProjectChanges(orgUnitId);
  return (
    <PeriodSection
      title={texts.projects}
      empty={texts.noProjects}
      add={texts.addProject}
      periods={projects}
      mayManage={mayManage}
      nameOf={(period) => period.project}
      noteOf={() => null}
      onRemove={({ id, orgUnitId: _unit, version: _version, ...fields }) =>
        remove.mutate(id, {
          onSuccess: () => notify(texts.removed, () => save.mutateAsync({ known: null, fields })),
        })
      }
      form={(known, onDone) => <ProjectForm orgUnitId={orgUnitId} known={known} onDone={onDone} />}
    />
  );
}

type ProjectFormProps = {
  readonly orgUnitId: string;
  readonly known: ProjectMembership | null;
  readonly onDone: () => void;
};

function ProjectForm({ orgUnitId, known, onDone }: ProjectFormProps) {
  const texts = useTexts(registryTexts);
  const { save } = useProjectChanges(orgUnitId);
  const [project, setProject] = useState(known?.project ?? '');
  return (
    <PeriodForm
      first={known}
      error={save.error}
      isBusy={save.isPending}
      isComplete={project.trim() !== ''}
      onSave={(period) => save.mutateAsync({ known, fields: { ...period, project } })}
      onDone={onDone}
    >
      <TextInput
        label={texts.project}
        required
        value={project}
        onChange={(event) => setProject(event.currentTarget.value)}
      />
    </PeriodForm>
  );
}
