import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Fault } from './shell/fault.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Shell } from './shell/shell.tsx';
import { WithSession } from './session.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

type Load = () => Promise<Record<string, ComponentType>>;

/** Whoever is at the door. */
const door = <const P extends string>(path: P, load: Load, name: string) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name) });

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: () => (
    <WithSession>
      <Shell>
        <Outlet />
      </Shell>
    </WithSession>
  ),
});
/** Screens of whoever is signed in; each is loaded when it is opened. */
const screen = <const P extends string>(path: P, load: Load, name: string) =>
  createRoute({ getParentRoute: () => inside, path, component: lazyRouteComponent(load, name) });

export const router = createRouter({
  basepath: '/newsroom',
  defaultPreload: 'intent',
  defaultErrorComponent: Fault,
  routeTree: root.addChildren([
    door('/sign-in', () => import('./pages/sign-in.tsx'), 'SignIn'),
    door('/set-up', () => import('./pages/set-up.tsx'), 'SetUp'),
    door('/enter', () => import('./pages/enter.tsx'), 'Enter'),
    door('/invitation', () => import('./pages/set-password.tsx'), 'SetPassword'),
    door('/reset', () => import('./pages/set-password.tsx'), 'SetPassword'),
    inside.addChildren([
      screen('/', () => import('./pages/desk.tsx'), 'MyDesk'),
      screen('/queue', () => import('./pages/desk.tsx'), 'Queue'),
      screen('/stories', () => import('./pages/desk.tsx'), 'AllStories'),
      screen('/stories/new', () => import('./pages/new-story.tsx'), 'NewStory'),
      screen('/stories/$id', () => import('./pages/story.tsx'), 'StoryPage'),
      screen('/stories/$id/preview', () => import('./pages/preview.tsx'), 'Preview'),
      screen('/media/{-$id}', () => import('./pages/media.tsx'), 'Library'),
      screen('/records', () => import('./pages/records.tsx'), 'Records'),
      screen('/records/$kind/$id', () => import('./pages/record.tsx'), 'RecordPage'),
      screen('/plan', () => import('./pages/plan.tsx'), 'Plan'),
      screen('/breaking', () => import('./pages/breaking.tsx'), 'BreakingBar'),
      screen('/readership', () => import('./pages/board.tsx'), 'ReadershipBoard'),
      screen('/fronts/{-$id}', () => import('./pages/fronts.tsx'), 'Fronts'),
      screen('/redirects', () => import('./pages/redirects.tsx'), 'Redirects'),
      screen('/settings', () => import('./pages/site-settings.tsx'), 'SiteSettings'),
      screen('/account', () => import('./pages/account.tsx'), 'Account'),
      screen('/users', () => import('./pages/users.tsx'), 'Users'),
      screen('/policy', () => import('./pages/policy.tsx'), 'Policy'),
      screen('/audit', () => import('./pages/audit.tsx'), 'Audit'),
    ]),
  ]),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
