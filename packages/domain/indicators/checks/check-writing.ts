import { isWrittenShareOf, wholesOfShare, type WrittenShare } from '../../results/written-share.ts';
import { type CheckedValue, type CheckFinding, finding } from '../check-finding.ts';
import { writtenShareIn } from './written-share-in.ts';

interface Written {
  readonly value: CheckedValue;
  readonly share: WrittenShare;
}

/** What was written as a share against the share that n and N make. */
export function checkWriting(given: readonly CheckedValue[]): readonly CheckFinding[] {
  const written = given.flatMap((value): readonly Written[] => {
    const share = writtenShareIn(value);
    return share === null ? [] : [{ value, share }];
  });
  return [...checkMixed(written), ...written.flatMap(checkShare)];
}

function checkMixed(written: readonly Written[]): readonly CheckFinding[] {
  // Zero is zero in either.
  const meant = written.filter(({ share }) => Number(share.digits) > 0);
  const perOne = meant.filter(({ share }) => share.of === 1);
  const percent = meant.filter(({ share }) => share.of === 100);
  const [odd, others] = perOne.length <= percent.length ? [perOne, percent] : [percent, perOne];
  const [first] = others;
  if (odd.length === 0 || first === undefined) return [];
  return [
    finding({
      problem: 'mixed-units',
      severity: 'warning',
      about: 'form',
      values: odd.map(({ value }) => value),
      more: [first.value.code],
      facts: {
        odd: odd.map(({ value }) => value.typed ?? '').join('; '),
        other: first.value.typed ?? '',
      },
    }),
  ];
}

function checkShare({ value, share }: Written): readonly CheckFinding[] {
  const { amount, total } = value;
  if (total === null || total === 0 || amount > total) return [];
  const facts = { typed: value.typed ?? '', amount, total, percent: (100 * amount) / total };
  if (!isWrittenShareOf(share, amount, total))
    return [finding({ problem: 'written-share-differs', severity: 'warning', values: [value], facts })];
  const [stated, real] = [Number(share.digits) / share.of, amount / total];
  const places = share.digits.split('.')[1]?.length ?? 0;
  const step = 1 / 10 ** places / share.of;
  if (real - stated > step / 2 + 1e-9)
    return [finding({ problem: 'rounded-down', severity: 'note', values: [value], facts })];
  const wholes = wholesOfShare(share, amount);
  const isCoarse = stated > 0 && Math.abs(real - stated) / real > 0.02;
  return isCoarse && wholes !== null && wholes.to > wholes.from
    ? [
        finding({
          problem: 'rounded-to-whole',
          severity: 'note',
          values: [value],
          facts: { ...facts, from: wholes.from, to: wholes.to },
        }),
      ]
    : [];
}
