export * from './PartyTag';
