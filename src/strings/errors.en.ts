import type { Catalogue } from './catalogue.ts';
import type { ar } from './errors.ar.ts';

export const en: Catalogue<typeof ar> = {
  'bad-request': 'The request could not be understood.',
  'not-found': 'There is no page at this address.',
  gone: 'This story was withdrawn.',
  conflict:
    'Someone else has just changed this. What you wrote is still here: look at their change, then try again.',
  'claim-taken': 'The name "{name}" is used by another. Choose a different one.',
  'too-large': 'The request is larger than allowed.',
  'too-many-requests': 'Too many requests in a short time. Wait a little and try again.',
  unavailable: 'The service does not answer right now. Nothing saved is lost; try again in a moment.',
  'bad-option': 'The value "{value}" does not fit the option {name}. Expected: {expected}',
  'port-in-use': 'Port {port} is in use. Stop the program that uses it, or choose another: --port 4001',
  'data-folder-denied':
    'No permission to write in the folder {path}. Correct its permissions, or choose another with --data',
  'data-folder-newer':
    'The folder {path} was written by a newer version of Midad ({found}; this version knows up to {known}). Run the newer version.',
  'data-folder-in-use':
    'Midad is running on the folder {path}. Stop it first, or choose another folder with --data',
  'data-folder-damaged': 'The file {path} is not a sound database. Restore a backup, or move the file aside.',
  'data-folder-not-empty':
    'The data folder holds other content, so the sample was not added. Choose a new folder with --data',
  'disk-full': 'The disk is full. Free some space and try again; nothing was half-written.',
  'database-denied':
    'The database {path} refused access. Correct the user, password and rights in DATABASE_URL.',
  'database-newer':
    'The database {path} was written by a newer version of Midad ({found}). Run the newer version.',
  'database-older': 'The database {path} is PostgreSQL {found}. Version 15 or newer is needed.',
  'database-untrusted':
    'No trusted encrypted line to the database {path}: {detail}. Correct sslmode and sslrootcert in DATABASE_URL.',
  'database-unreachable':
    'The database {path} cannot be reached: {detail}. Check that it runs, and its address in DATABASE_URL.',
  'document-missing': 'There is no {kind} {id}. Check it.',
  'journal-not-empty':
    'There is a record in {path}; nothing of it was changed. To write over it, run the command again with --force, or choose another place.',
  'journal-differs':
    'The record in {path} is another one than the copied, or ahead of it. To write over it, run the command again with --force.',
  'journal-incomplete':
    'Copying the record to {path} is not finished. Run the copy again with --finish, then start the site.',
  'backup-damaged': 'The backup {file} is damaged: {detail}. Use another one.',
  'storage-denied':
    'The store {path} refused access: {detail}. Correct AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and the rights to the bucket.',
  'storage-unreachable': 'The store {path} cannot be reached: {detail}. Check its address and that it runs.',
  'file-missing': 'There is no file {file}. Check the name.',
  'file-denied': 'No permission to read the file {file}. Correct its permissions.',
  'file-empty': 'The file {file} is empty.',
  'file-not-text': 'The file {file} is neither text nor a web page. Save the page as HTML or TXT.',
  'file-too-large':
    'The file {file} is over the limit ({size} MB of {limit}). Split it, or save the article alone.',
  'file-truncated':
    'The file {file} is cut off. What stood before the cut was kept; fetch the whole file and run the same command again.',
  'file-encoding': 'The encoding of the file {file} could not be understood. Save it as UTF-8.',
  'no-story-found':
    'No story was found in {file}. Make sure that it is the page of an article, not a front page.',
  'line-invalid': '{file}, line {line}: {reason}',
  'story-invalid': 'The story is not valid: {reason}',
  'unknown-section': 'There is no section "{section}". Sections: {sections}',
  'document-invalid': 'The {kind} is not valid: {reason}',
  'reference-missing':
    'The story refers to the {kind} {id}, which does not exist. Remove the reference, or add what it refers to first.',
  'wrong-status': 'This cannot be done ({action}) with story {id} while it is {status}.',
  embargoed: 'Story {id} is under embargo until {until}.',
  'on-legal-hold': 'Story {id} is on legal hold. It cannot be published before the hold is lifted.',
  'schedule-invalid':
    'This time has passed, or there is no such day or time zone. Choose one that is still to come.',
  'revision-blank': 'The text of version {version} was erased for legal reasons and cannot be restored.',
  'draft-replaced':
    'Story {story} has begun from another version since you opened it. Open it again; what you typed is kept on your device.',
  'media-type': 'The file {file} is not accepted. Pictures may be JPEG, PNG, WebP, AVIF or GIF.',
  'media-too-large':
    'The picture {file} is over the limit of {megabytes} MB. Make it smaller and upload it again.',
  'media-too-wide':
    'The picture {file} is over the limit of {megapixels} million pixels. Make it smaller and upload it again.',
  'media-damaged': 'The picture {file} is damaged or cut off. Save it again from its source and upload that.',
  'media-in-use': 'The picture is used in {where}. Take it out there first, then remove it.',
  forbidden: '{actor} may not do this ({verb}).',
  'input-invalid': 'Some of what was entered needs correcting.',
  'origin-refused':
    'The request came from an address other than the newsroom. Open it at its own address, or set MIDAD_URL to the one it is opened at.',
  'sign-in-needed': 'Your session has ended. Sign in again; what you typed is kept on your device.',
  'credentials-wrong': 'The e-mail address or the password is wrong.',
  'code-wrong': 'The code is wrong or has expired. Take a new one from the authenticator app.',
  'passkey-refused': 'The passkey was not accepted. Try again, or sign in with your password.',
  'link-invalid': 'This link no longer works: it was used before, or its time is over. Ask for a new one.',
  suspended: 'Your account is suspended. Speak to the administrator.',
  'method-not-allowed': 'This address does not take this kind of request.',
};
