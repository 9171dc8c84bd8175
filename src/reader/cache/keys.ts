/** Dependency keys belong to the model, because the catalog names what an entry touches; pages find them here. */
export { keys } from '../../model/dependency-keys.ts';
