/**
 * Every address of the API, by the name that server and newsroom call it. No schema is needed to call one, so the newsroom
 * loads none; what goes in and comes out is said by the contract's types.
 */
export const addresses = {
  // Getting in.
  house: 'GET /api/house',
  setUp: 'POST /api/set-up',
  signIn: 'POST /api/sign-in',
  signInSecondFactor: 'POST /api/sign-in/second-factor',
  passkeyChallenge: 'POST /api/sign-in/passkey/challenge',
  signInPasskey: 'POST /api/sign-in/passkey',
  oidcBegin: 'POST /api/sign-in/oidc',
  oidcCallback: 'GET /api/callback/oidc',
  enter: 'POST /api/enter',
  readLink: 'POST /api/links/read',
  setPassword: 'POST /api/links/password',
  forgotPassword: 'POST /api/forgot-password',
  signOut: 'POST /api/sign-out',
  // Oneself.
  me: 'GET /api/me',
  changeMe: 'PATCH /api/me',
  changePassword: 'POST /api/me/password',
  sessions: 'GET /api/me/sessions',
  endSession: 'DELETE /api/me/sessions/:id',
  passkeys: 'GET /api/me/passkeys',
  passkeyOffer: 'POST /api/me/passkeys/offer',
  addPasskey: 'POST /api/me/passkeys',
  removePasskey: 'DELETE /api/me/passkeys/:id',
  beginSecondFactor: 'POST /api/me/second-factor',
  confirmSecondFactor: 'POST /api/me/second-factor/confirm',
  endSecondFactor: 'POST /api/me/second-factor/end',
  newRecoveryCodes: 'POST /api/me/recovery-codes',
  // The house.
  settings: 'GET /api/settings',
  users: 'GET /api/users',
  inviteUser: 'POST /api/users',
  changeUser: 'PATCH /api/users/:id',
  linkForUser: 'POST /api/users/:id/link',
  policy: 'GET /api/policy',
  audit: 'GET /api/audit',
  board: 'GET /api/readership',
  signInEvents: 'GET /api/audit/sign-ins',
  // What readers meet: settings, sections.
  siteSettings: 'GET /api/site',
  changeSite: 'PATCH /api/site',
  arrangeSections: 'PUT /api/sections',
  // What is said and planned.
  discussion: 'GET /api/stories/:id/discussion',
  addComment: 'POST /api/stories/:id/comments',
  resolveComment: 'POST /api/comments/:id/resolve',
  removeComment: 'DELETE /api/comments/:id',
  assignStory: 'PUT /api/stories/:id/assignment',
  duties: 'GET /api/me/duties',
  plan: 'GET /api/plan',
  breaking: 'GET /api/breaking',
  setBreaking: 'PUT /api/breaking',
  front: 'GET /api/fronts/:id',
  setFront: 'PUT /api/fronts/:id',
  scheduleFront: 'POST /api/fronts/:id/schedule',
  unscheduleFront: 'DELETE /api/fronts/:id/schedule',
  previewFront: 'POST /api/fronts/:id/preview',
  redirects: 'GET /api/redirects',
  putRedirect: 'PUT /api/redirects',
  removeRedirect: 'POST /api/redirects/remove',
  // Pictures.
  mediaLibrary: 'GET /api/media',
  addMedia: 'POST /api/media',
  media: 'GET /api/media/:id',
  changeMedia: 'PATCH /api/media/:id',
  removeMedia: 'DELETE /api/media/:id',
  restoreMedia: 'POST /api/media/:id/restore',
  peopleNamed: 'GET /api/people',
  mediaPicture: 'GET /api/media/:id/pictures/:name',
  // Stories.
  stories: 'GET /api/stories',
  createStory: 'POST /api/stories',
  story: 'GET /api/stories/:id',
  saveStory: 'PUT /api/stories/:id',
  revisions: 'GET /api/stories/:id/revisions',
  revision: 'GET /api/stories/:id/revisions/:version',
  submitStory: 'POST /api/stories/:id/submit',
  sendBackStory: 'POST /api/stories/:id/send-back',
  approveStory: 'POST /api/stories/:id/approve',
  scheduleStory: 'POST /api/stories/:id/schedule',
  unscheduleStory: 'POST /api/stories/:id/unschedule',
  publishStory: 'POST /api/stories/:id/publish',
  updateStory: 'POST /api/stories/:id/update',
  correctStory: 'POST /api/stories/:id/correct',
  unpublishStory: 'POST /api/stories/:id/unpublish',
  killStory: 'POST /api/stories/:id/kill',
  holdStory: 'POST /api/stories/:id/hold',
  releaseStory: 'POST /api/stories/:id/release',
  openDraft: 'POST /api/stories/:id/draft',
  suggestions: 'POST /api/stories/:id/suggestions',
  addRecord: 'POST /api/records',
  records: 'GET /api/records',
  record: 'GET /api/records/:kind/:id',
  changeRecord: 'PUT /api/records/:kind/:id',
  mergeRecord: 'POST /api/records/:kind/:id/merge',
  saveDraft: 'POST /api/stories/:id/draft/save',
  previewStory: 'POST /api/stories/:id/preview',
  restoreRevision: 'POST /api/stories/:id/restore',
} as const;

export type Name = keyof typeof addresses;
export const names = Object.keys(addresses) as Name[];

/** `POST`, and `/api/stories/:id/kill`. */
export function splitAddress(name: Name): { method: string; path: string } {
  const [method = '', path = ''] = addresses[name].split(' ');
  return { method, path };
}
