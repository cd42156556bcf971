import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Frame } from './ui/frame.tsx';

const root = createRootRoute({ component: Frame });

const schools = createRoute({
  getParentRoute: () => root,
  path: '/schools',
  component: lazyRouteComponent(() => import('./registry/schools-page.tsx'), 'SchoolsPage'),
});

export const router = createRouter({ routeTree: root.addChildren([schools]), defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
