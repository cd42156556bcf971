import './search-button.css';
import { Button, Kbd } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTexts } from '../platform/language.tsx';
import { searchTexts } from './search-catalog.ts';

const SearchDialog = lazy(async () => ({ default: (await import('./search-dialog.tsx')).SearchDialog }));

/** Opens the search over everything; Ctrl K does from anywhere. */
export function SearchButton() {
  const texts = useTexts(searchTexts);
  const [isOpen, { open, close }] = useDisclosure();
  // Also while typing in a field: the search is over everything.
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={
          <Kbd size="xs" visibleFrom="sm" aria-hidden>
            {texts.keys}
          </Kbd>
        }
        onClick={open}
      >
        <span className="search-word">{texts.open}</span>
      </Button>
      {isOpen && (
        <Suspense>
          <SearchDialog onClose={close} />
        </Suspense>
      )}
    </>
  );
}
