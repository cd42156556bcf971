import { useState } from 'react';
import type { ZodType } from 'zod';

/** State that survives a reload on this device; `clear` forgets it. What no longer fits the shape is dropped. */
export function useKept<T>(
  key: string,
  shape: ZodType<T>,
  first: () => T,
): [T, (value: T) => void, () => void] {
  const [value, setValue] = useState<T>(() => load(key, shape) ?? first());
  const keep = (next: T) => {
    setValue(next);
    store(() => localStorage.setItem(key, JSON.stringify(next)));
  };
  const clear = () => {
    setValue(first());
    store(() => localStorage.removeItem(key));
  };
  return [value, keep, clear];
}

function load<T>(key: string, shape: ZodType<T>): T | null {
  try {
    const parsed = shape.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A private window keeps nothing; the form then lives as long as the page. */
function store(work: () => void): void {
  try {
    work();
  } catch {
    // Nothing to tell the person: she loses nothing yet.
  }
}
