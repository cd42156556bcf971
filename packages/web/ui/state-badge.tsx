import './state-badge.css';
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleMinus,
  IconHourglass,
} from '@tabler/icons-react';

const shapes = {
  /** Nothing has happened yet. */
  plain: IconCircle,
  current: IconCircleHalf2,
  waits: IconHourglass,
  /** Late or dangerous; the only red. */
  late: IconAlertTriangle,
  accepted: IconCircleCheck,
  ended: IconCircleMinus,
};

export type StateTone = keyof typeof shapes;

/** A state as word, shape and colour together: none of them alone says it. */
export function StateBadge({ tone, word }: { readonly tone: StateTone; readonly word: string }) {
  const Shape = shapes[tone];
  return (
    <span className="state-badge" data-tone={tone}>
      <Shape size={14} aria-hidden />
      {word}
    </span>
  );
}
