export * from './OfficerDirectory';
