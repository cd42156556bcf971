import './org-tree.css';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { treeMove, type TreeLine } from './org-tree-lines.ts';
import { registryTexts } from './registry-catalog.ts';
import { unitState } from './unit-state.tsx';

type OrgTreeProps = {
  readonly lines: readonly TreeLine[];
  readonly chosenId: string | null;
  readonly onChoose: (unitId: string) => void;
  readonly onToggle: (unitId: string) => void;
};

/** The organisation tree: arrows walk and fold it, Enter opens a unit beside it. */
export function OrgTree({ lines, chosenId, onChoose, onToggle }: OrgTreeProps) {
  const texts = useTexts(registryTexts);
  const tree = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const active = Math.max(0, Math.min(at, lines.length - 1));
  const isToFocus = useRef(false);
  useEffect(() => {
    if (isToFocus.current) tree.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    isToFocus.current = false;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines[active];
    if (line !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      return onChoose(line.unit.id);
    }
    const move = treeMove(lines, active, event.key);
    if (move === null) return;
    event.preventDefault();
    isToFocus.current = true;
    setAt(move.at);
    if (move.toggle !== null) onToggle(move.toggle);
  };
  return (
    <ul role="tree" aria-label={texts.tree} className="org-tree" ref={tree} onKeyDown={onKeyDown}>
      {lines.map((line, index) => (
        <OrgTreeLine
          key={line.unit.id}
          line={line}
          isActive={index === active}
          isChosen={line.unit.id === chosenId}
          onChoose={() => {
            setAt(index);
            onChoose(line.unit.id);
          }}
          onToggle={() => onToggle(line.unit.id)}
        />
      ))}
    </ul>
  );
}

type OrgTreeLineProps = {
  readonly line: TreeLine;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
};

function OrgTreeLine({ line, isActive, isChosen, onChoose, onToggle }: OrgTreeLineProps) {
  const texts = useTexts(registryTexts);
  const { unit, level, isOpen, hasBelow, count } = line;
  const Sign = isOpen ? IconChevronDown : IconChevronRight;
  const isClosed = unitState(unit, today()) === 'isClosed';
  const notes = [
    isSchool(unit) ? null : texts.kinds[unit.kind],
    count.objects > 0 && !isSchool(unit) ? texts.countedShort(count.legalEntities, count.objects) : null,
    isClosed ? texts.isClosed : null,
  ].filter((note) => note !== null);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are handled by the tree
    <li
      role="treeitem"
      className="org-tree-line"
      // A custom property is not in the type of styles.
      style={{ '--level': level } as CSSProperties}
      aria-level={level}
      aria-selected={isChosen}
      {...(hasBelow ? { 'aria-expanded': isOpen } : {})}
      tabIndex={isActive ? 0 : -1}
      onClick={onChoose}
    >
      <span
        className="org-tree-sign"
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        {hasBelow && <Sign size={16} />}
      </span>
      <span>
        {unit.name} <span className="org-tree-note">{notes.join(' · ')}</span>
      </span>
    </li>
  );
}
