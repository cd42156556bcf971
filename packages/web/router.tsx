import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { SignedInFrame } from './accounts/signed-in-frame.tsx';

const root = createRootRoute();

/** Everything but the pages of links that come by mail. */
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedInFrame });

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('./overview/overview-page.tsx'), 'OverviewPage'),
});

const schools = createRoute({
  getParentRoute: () => signedIn,
  path: '/schools',
  component: lazyRouteComponent(() => import('./registry/schools-page.tsx'), 'SchoolsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([signedIn.addChildren([overview, schools])]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
