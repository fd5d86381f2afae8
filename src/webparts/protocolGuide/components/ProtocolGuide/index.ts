export { default } from './ProtocolGuide';
export type { ProtocolGuideProps } from './types';
