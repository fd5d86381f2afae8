export * from './ProtocolGuide';
