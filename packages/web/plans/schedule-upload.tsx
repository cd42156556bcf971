import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../platform/language.tsx';
import { FileUpload } from '../ui/file-upload.tsx';
import { datesTexts } from './dates-catalog.ts';
import { useScheduleUpload } from './use-dates.ts';

const accepted = '.ics,.ical,.xlsx,.xls,.ods,.csv,.txt,.docx,.doc,.odt,.rtf,.pdf,.html';

export function ScheduleUpload({ planId }: { readonly planId: string }) {
  const texts = useTexts(datesTexts);
  const navigate = useNavigate();
  const upload = useScheduleUpload(planId);
  const send = (file: File) =>
    upload.mutate(file, {
      onSuccess: ({ id }) =>
        void navigate({ to: '/plans/$planId/dates', params: { planId }, search: { schedule: id } }),
    });
  return <FileUpload texts={texts} accept={accepted} upload={upload} send={send} />;
}
