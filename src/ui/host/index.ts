export * from './host';
export * from './TalkLink';
