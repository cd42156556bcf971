import { Anchor, Button, Group, List, Paper, Select, Stack, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { narrativeContract, type PlanNarrative } from '@opora/domain/documents/narrative-contract.ts';
import { lostEdits, type NarrativeParagraph, printNarrative } from '@opora/domain/documents/narrative.ts';
import { addressOf } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { narrativeTexts } from './narrative-catalog.ts';
import type { NarrativeSearch } from './narrative-search.ts';
import { NarrativeSentenceView, useSave } from './narrative-sentence.tsx';
import { useNarrative } from './use-narrative.ts';

const route = getRouteApi('/signed-in/plans/$planId/narrative');

/** «Во исполнение приказа … проведены: …», written from the records, mended by a person, printed. */
export function NarrativePage() {
  const texts = useTexts(narrativeTexts);
  const { planId } = route.useParams();
  const narrative = useNarrative(planId, route.useSearch());
  return (
    <Page
      title={texts.page}
      purpose={texts.purpose}
      action={
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/plans/$planId" params={{ planId }} />}>
          {texts.toPlan}
        </Anchor>
      }
    >
      <Loaded query={narrative}>
        {(told) => (
          <>
            <SpanForm narrative={told} />
            <NarrativeText narrative={told} />
            <LostEdits narrative={told} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function SpanForm({ narrative }: { readonly narrative: PlanNarrative }) {
  const texts = useTexts(narrativeTexts);
  const navigate = route.useNavigate();
  const { from, until, sectionId, planId } = narrative;
  const span = { from, until, ...(sectionId === null ? {} : { section: sectionId }) };
  const show = (changes: NarrativeSearch) =>
    void navigate({ search: { ...span, ...changes }, replace: true });
  const copy = async () => {
    const { title, lines } = printNarrative(narrative, narrative.edits);
    const text = [title, '', ...lines.map((line) => (line.kind === 'item' ? `– ${line.text}` : line.text))];
    const isCopied = await navigator.clipboard.writeText(text.join('\n')).then(
      () => true,
      () => false,
    );
    notify(isCopied ? texts.copied : texts.notCopied);
  };
  return (
    <Group align="flex-end" gap="sm" className="screen-only">
      <DateField
        label={texts.from}
        value={from}
        onChange={(day) => day !== null && day <= until && show({ from: day })}
      />
      <DateField
        label={texts.until}
        value={until}
        onChange={(day) => day !== null && day >= from && show({ until: day })}
      />
      <Select
        label={texts.section}
        placeholder={texts.wholePlan}
        clearable
        value={sectionId}
        data={narrative.sections.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(section) =>
          void navigate({ search: section === null ? { from, until } : { from, until, section } })
        }
      />
      <Button
        component="a"
        href={addressOf(narrativeContract.exportNarrative, { params: { planId }, query: span })}
      >
        {texts.download}
      </Button>
      <Button variant="default" onClick={() => void copy()}>
        {texts.copy}
      </Button>
    </Group>
  );
}

function NarrativeText({ narrative }: { readonly narrative: PlanNarrative }) {
  return (
    <Paper withBorder p="lg" maw={900}>
      <Stack gap="md">
        <Text fw={700} lang="ru">
          {narrative.title}
        </Text>
        {narrative.paragraphs.map((paragraph) => (
          <Paragraph key={paragraph.sentences[0]?.key} narrative={narrative} paragraph={paragraph} />
        ))}
      </Stack>
    </Paper>
  );
}

type ParagraphProps = { readonly narrative: PlanNarrative; readonly paragraph: NarrativeParagraph };

function Paragraph({ narrative, paragraph }: ParagraphProps) {
  const edits = new Map(narrative.edits.map((edit) => [edit.key, edit]));
  const shown = paragraph.sentences.map((sentence) => (
    <NarrativeSentenceView
      key={sentence.key}
      narrative={narrative}
      sentence={sentence}
      edit={edits.get(sentence.key)}
    />
  ));
  if (paragraph.kind === 'text')
    return (
      <Stack gap={4}>
        {shown.map((one) => (
          <div key={one.key}>{one}</div>
        ))}
      </Stack>
    );
  const [head, ...items] = shown;
  return (
    <div>
      {head}
      <List mt={4} spacing={4}>
        {items.map((one) => (
          <List.Item key={one.key}>{one}</List.Item>
        ))}
      </List>
    </div>
  );
}

function LostEdits({ narrative }: { readonly narrative: PlanNarrative }) {
  const texts = useTexts(narrativeTexts);
  const save = useSave(narrative);
  const lost = lostEdits(narrative, narrative.edits);
  if (lost.length === 0) return null;
  return (
    <WaitsAlert title={texts.lost(lost.length)}>
      <Text size="sm">{texts.lostHint}</Text>
      <List size="sm">
        {lost.map(({ key, text, instead }) => (
          <List.Item key={key}>
            <span lang="ru">{text}</span>{' '}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void save({ key, text: null, instead, seen: text })}
            >
              {texts.drop}
            </Button>
          </List.Item>
        ))}
      </List>
    </WaitsAlert>
  );
}
