import './page-tabs.css';
import { Link, useLocation } from '@tanstack/react-router';

export type PageTab = { readonly to: string; readonly name: string };

type PageTabsProps = {
  readonly label: string;
  /** The first is the root of the others: pages under it that no other tab leads to are its own. */
  readonly tabs: readonly PageTab[];
};

/** The way from a page to its neighbours, with the one that is open marked on every page below it too. */
export function PageTabs({ label, tabs }: PageTabsProps) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (tabs.length < 2) return null;
  const [root, ...others] = tabs;
  const current = others.find(({ to }) => path === to || path.startsWith(`${to}/`)) ?? root;
  return (
    <nav className="page-tabs screen-only" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          activeOptions={{ exact: true }}
          aria-current={tab === current ? 'page' : undefined}
        >
          {tab.name}
        </Link>
      ))}
    </nav>
  );
}
