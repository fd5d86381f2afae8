export * from './LinkByHand';
export * from './useCopyLink';
