import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import type { Assignee, InstanceDetail } from '@opora/domain/plans/instance.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { type SearchOption, SearchSelect } from '../ui/search-select.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { assigneeTexts } from './assignee-catalog.ts';
import { useAssign, useAssignees } from './use-instances.ts';

/** Who does it, and naming somebody else. */
export function InstanceAssignee({ instance }: { readonly instance: InstanceDetail }) {
  const texts = useTexts(assigneeTexts);
  const [isOpen, setOpen] = useState(false);
  const { assigneeName, mayAssign } = instance;
  if (!mayAssign && assigneeName === null) return null;
  return (
    <Stack gap="xs">
      <Group gap="xs" align="baseline">
        <Text size="sm">
          {texts.assignee}: {assigneeName ?? texts.nobody}
        </Text>
        {mayAssign && (
          <Button
            size="compact-xs"
            variant="default"
            className="screen-only"
            onClick={() => setOpen(!isOpen)}
          >
            {assigneeName === null ? texts.name : texts.change}
          </Button>
        )}
      </Group>
      {isOpen && mayAssign && <AssigneeForm instance={instance} onClose={() => setOpen(false)} />}
    </Stack>
  );
}

type AssigneeFormProps = { readonly instance: InstanceDetail; readonly onClose: () => void };

function AssigneeForm({ instance, onClose }: AssigneeFormProps) {
  const texts = useTexts(assigneeTexts);
  const { connectionLost } = useTexts(uiTexts);
  const me = useMe().data;
  const [question, setQuestion] = useState('');
  const nearest = useAssignees(instance.id, '').data ?? [];
  const found = useAssignees(instance.id, question).data;
  const assign = useAssign(instance.id);
  const { assigneeId: before } = instance;
  const own = me === undefined ? [] : [ownOption(me, texts.me)];
  const first = [
    ...(before === null ? [] : [{ value: nobody, label: texts.nobody, about: null }]),
    ...own,
    ...nearest.filter(({ personId }) => personId !== me?.personId).map(optionOf),
  ];
  const choose = ({ value, label }: SearchOption) =>
    assign.mutate(
      { version: instance.version, personId: value === nobody ? null : value },
      {
        onSuccess: ({ version }) => {
          const undo = () => assign.mutateAsync({ version, personId: before });
          notify(value === nobody ? texts.taken : texts.assigned(label), undo);
          onClose();
        },
      },
    );
  return (
    <>
      <SearchSelect
        label={texts.who}
        placeholder={texts.find}
        value={null}
        first={first}
        found={question === '' ? undefined : found?.map(optionOf)}
        onQuestion={setQuestion}
        onChoose={choose}
        disabled={assign.isPending}
        isOpened
      />
      {assign.error !== null && (
        <Text c="var(--opora-late)" role="alert">
          {messageOf(assign.error, connectionLost)}
        </Text>
      )}
    </>
  );
}

const nobody = 'nobody';

export const optionOf = ({ personId, name, post, orgUnitName }: Assignee): SearchOption => ({
  value: personId,
  label: name,
  about: post === null ? orgUnitName : `${post}, ${orgUnitName}`,
});

type Own = Parameters<typeof formatSurnameFirst>[0] & {
  readonly personId: string;
  readonly orgUnitName: string;
};

const ownOption = (me: Own, mark: string): SearchOption => ({
  value: me.personId,
  label: `${formatSurnameFirst(me)} (${mark})`,
  about: me.orgUnitName,
});
