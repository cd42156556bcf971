import { useTexts } from '../platform/language.tsx';
import { notify } from '../ui/notice.ts';
import { peopleTexts } from './people-catalog.ts';
import { PersonForm } from './person-form.tsx';
import { useAddPerson } from './use-people.ts';

export function AddPersonForm({ onAdded }: { readonly onAdded: (personId: string) => void }) {
  const texts = useTexts(peopleTexts);
  const add = useAddPerson();
  return (
    <PersonForm
      known={null}
      action={texts.add}
      isBusy={add.isPending}
      error={add.error}
      onSubmit={(fields) =>
        add.mutate(fields, {
          onSuccess: ({ id }) => {
            notify(texts.added);
            onAdded(id);
          },
        })
      }
    />
  );
}
