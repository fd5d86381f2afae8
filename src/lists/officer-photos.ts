import type { ListDefinition } from './definition';

/** The library of officers' photographs. */
export const officerPhotos: ListDefinition = {
  title: 'OfficerPhotos',
  url: 'OfficerPhotos',
  kind: 'library',
  description: 'Photographs of officers, named by the ID of their row',
  columns: [],
  views: []
};
