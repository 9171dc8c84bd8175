export const en = {
  title: 'Unsaved changes',
  ask: 'If you leave this page now, what you changed on it is lost.',
  stay: 'Stay here',
  leave: 'Leave and discard',
} as const;
