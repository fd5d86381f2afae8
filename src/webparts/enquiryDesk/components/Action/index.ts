export { HalfRestricted } from './HalfRestricted';
export { ActionBar } from './ActionBar';
export { ActionForm } from './ActionForm';
export { useActing, type Acting } from './useActing';
