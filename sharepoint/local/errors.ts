/**
 * Errors as SharePoint's REST API answers them: an HTTP status, a code "<HRESULT>, <.NET type>" and a message.
 *
 * The codes and messages are those that SharePoint Online was seen to send; FIDELITY.md names the source of each.
 */
export class SharePointError extends Error {
  public constructor(
    public readonly status: number,
    public readonly code: string,
    message: string,
    public readonly headers: Record<string, string> = {}
  ) {
    super(message);
    this.name = 'SharePointError';
  }
}

const invalidQuery = '-1, Microsoft.SharePoint.Client.InvalidClientQueryException';

/** A part of the address that names nothing. */
export const resourceNotFound = (segment: string): SharePointError =>
  new SharePointError(404, '-1, Microsoft.SharePoint.Client.ResourceNotFoundException', `Cannot find resource for the request ${segment}.`);

/** An ID that no item has. */
export const itemNotFound = (): SharePointError =>
  new SharePointError(404, '-2130575338, System.ArgumentException', 'Item does not exist. It may have been deleted by another user.');

/** A title that no list has. */
export const listNotFound = (name: string, site: string): SharePointError =>
  new SharePointError(404, '-1, System.ArgumentException', `List '${name}' does not exist at site with URL '${site}'.`);

/** An id that no list has, or no longer. */
export const listIdNotFound = (): SharePointError =>
  new SharePointError(
    404,
    '-2147024809, System.ArgumentException',
    'List does not exist. The page you selected contains a list that does not exist. It may have been deleted by another user.'
  );

/** An address at which there is no list. */
export const listUrlNotFound = (): SharePointError =>
  new SharePointError(404, '-2147024894, System.IO.FileNotFoundException', 'File Not Found.');

/** A name that no column has. */
export const fieldNotFound = (name: string): SharePointError =>
  new SharePointError(
    400,
    '-2147024809, System.ArgumentException',
    `Column '${name}' does not exist. It may have been deleted by another user.`
  );

/** A view that the list does not have. */
export const viewNotFound = (): SharePointError =>
  new SharePointError(404, '-2147024809, System.ArgumentException', 'The specified view is invalid.');

/** An address at which there is no document or folder. */
export const fileNotFound = (): SharePointError =>
  new SharePointError(404, '-2147024894, System.IO.FileNotFoundException', 'File Not Found.');

/** A user whom the site does not know, or who is not in the group. */
export const userNotFound = (): SharePointError =>
  new SharePointError(404, '-2146232832, Microsoft.SharePoint.SPException', 'User cannot be found.');

/** A group that the site does not have. */
export const groupNotFound = (): SharePointError =>
  new SharePointError(404, '-2146232832, Microsoft.SharePoint.SPException', 'Group cannot be found.');

/** Nobody is signed in. */
export const unauthenticated = (): SharePointError =>
  new SharePointError(
    401,
    '-2147024891, System.UnauthorizedAccessException',
    'Access is denied. (Exception from HRESULT: 0x80070005 (E_ACCESSDENIED))',
    {
      'www-authenticate': 'Bearer realm="local"'
    }
  );

/** The signed-in user lacks the right. */
export const accessDenied = (): SharePointError =>
  new SharePointError(
    403,
    '-2147024891, System.UnauthorizedAccessException',
    'Access denied. You do not have permission to perform this action or access this resource.'
  );

/** A form digest that is missing, foreign or too old. */
export const invalidDigest = (): SharePointError =>
  new SharePointError(
    403,
    '-2130575251, Microsoft.SharePoint.SPException',
    "The security validation for this page is invalid and might be corrupted. Please use your web browser's Back button to try your operation again."
  );

/** Somebody else changed the object since it was read. */
export const etagMismatch = (given: string, current: string): SharePointError =>
  new SharePointError(
    412,
    '-1, Microsoft.SharePoint.Client.ClientServiceException',
    `The request ETag value '${given}' does not match the object's ETag value '${current}'.`
  );

/** A property in $select, $filter or $orderby that the type does not have. */
export const propertyNotFound = (name: string): SharePointError =>
  new SharePointError(400, invalidQuery, `The field or property '${name}' does not exist.`);

/** A property in the body that the type does not have. */
export const unknownProperty = (name: string, type: string): SharePointError =>
  new SharePointError(
    400,
    invalidQuery,
    `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`
  );

/** A lookup or person column that was selected without $expand. */
export const expandMissing = (name: string): SharePointError =>
  new SharePointError(
    400,
    '-1, Microsoft.SharePoint.SPException',
    `The query to field '${name}' is not valid. The $select query string must specify the target fields and the $expand query string must contains ${name}.`
  );

/** A request that cannot be read. */
export const badQuery = (message: string): SharePointError => new SharePointError(400, invalidQuery, message);

/** A request that SharePoint refuses, with its own words. */
export const badRequest = (message: string): SharePointError => new SharePointError(400, '-1, Microsoft.SharePoint.SPException', message);

/** A value that does not fit. */
export const invalidArgument = (message: string): SharePointError =>
  new SharePointError(400, '-2147024809, System.ArgumentException', message);

/** A second row with a value that may be there once. */
export const duplicateValue = (): SharePointError =>
  new SharePointError(
    400,
    '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException',
    'The list item could not be added or updated because duplicate values were found in one or more fields in the list.'
  );

/** A formula that is none, or uses what is not built. */
export const badFormula = (): SharePointError =>
  new SharePointError(500, '-2130575270, Microsoft.SharePoint.SPException', 'The formula contains a syntax error or is not supported.');

/** A rule that names a column which is not its own, or which is not there. */
export const foreignColumn = (): SharePointError =>
  new SharePointError(
    500,
    '-2130575270, Microsoft.SharePoint.SPException',
    'The formula cannot refer to another column.  Check the formula for spelling mistakes or update the formula to reference only this column.'
  );

/** A rule that names a column of a type that formulas cannot read. */
export const columnNotInFormulas = (): SharePointError =>
  new SharePointError(
    500,
    '-2130575270, Microsoft.SharePoint.SPException',
    'One or more column references are not allowed, because the columns are defined as a data type that is not supported in formulas.'
  );

/** A value that breaks the rule of its column. */
export const columnRefused = (message: string): SharePointError =>
  new SharePointError(
    500,
    '-2130575163, Microsoft.SharePoint.SPFieldValidationException',
    message || 'The validation formula has evaluated to an error.'
  );

/** Whether the rule of a column or of a list refused a row. */
export const isRefusedByRule = (error: unknown): error is SharePointError =>
  error instanceof SharePointError && /^-213057516[23],/.test(error.code);

/** A row that breaks the rule of its list. */
export const rowRefused = (message: string): SharePointError =>
  new SharePointError(500, '-2130575162, Microsoft.SharePoint.SPListDataValidationException', message || 'List data validation failed.');

/** A method that a resource does not have. */
export const methodNotAllowed = (method: string): SharePointError =>
  new SharePointError(
    405,
    '-1, Microsoft.SharePoint.Client.ClientServiceException',
    `The HTTP method '${method}' cannot be used to access the resource.`
  );

/** A name that is taken. */
export const alreadyExists = (message: string): SharePointError =>
  new SharePointError(500, '-2130575342, Microsoft.SharePoint.SPException', message);

/** A document or attachment of this name is there already. */
export const nameInUse = (message: string): SharePointError =>
  new SharePointError(400, '-2130575257, Microsoft.SharePoint.SPException', message);

/** A lookup to an item that there is not. */
export const invalidLookup = (): SharePointError =>
  badRequest('Invalid look-up value.\n\nA look-up field contains invalid data. Please check the value and try again.');

/** A text that is longer than its column. */
export const invalidText = (): SharePointError =>
  new SharePointError(
    500,
    '-2130575336, Microsoft.SharePoint.SPException',
    'Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.'
  );

/** A permission level that the site does not have. */
export const roleNotFound = (): SharePointError =>
  new SharePointError(404, '-2146232832, Microsoft.SharePoint.SPException', 'Cannot find the permission level.');

/** Something that is not in the recycle bin, or not in this user's. */
export const recycledNotFound = (): SharePointError =>
  new SharePointError(404, '-2147024809, System.ArgumentException', 'Value does not fall within the expected range.');

/** A limit of SharePoint's, other than that of queries. */
export const limitExceeded = (message: string): SharePointError =>
  new SharePointError(500, '-2146232832, Microsoft.SharePoint.SPException', message);

/** A query that would have to look at more than 5,000 rows. */
export const throttled = (): SharePointError =>
  new SharePointError(
    500,
    '-2147024860, Microsoft.SharePoint.SPQueryThrottledException',
    'The attempted operation is prohibited because it exceeds the list view threshold.'
  );

/** A query with more than twelve lookup and person columns. */
export const tooManyLookups = (): SharePointError =>
  new SharePointError(
    500,
    '-2147024749, Microsoft.SharePoint.SPQueryThrottledException',
    'The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.'
  );

/** A document that somebody else has checked out. */
export const checkedOut = (path: string, by: string): SharePointError =>
  new SharePointError(
    423,
    '-2130575306, Microsoft.SharePoint.SPFileCheckOutException',
    `The file "${path}" is checked out for editing by ${by}.`
  );

/** A document that has to be checked out first, or that is not and should be checked in. */
export const notCheckedOut = (path: string): SharePointError =>
  new SharePointError(400, '-2147024738, Microsoft.SharePoint.SPFileCheckOutException', `The file "${path}" is not checked out.`);

/** A search that cannot be served. */
export const searchFailed = (message: string): SharePointError =>
  new SharePointError(500, '-1, Microsoft.Office.Server.Search.REST.SearchServiceException', message);

/** A search that is no KQL. */
export const searchSyntax = (): SharePointError =>
  searchFailed("We didn't understand your search terms. Make sure they're using proper syntax.");

/** A request that is too big. */
export const tooBig = (limit: number): SharePointError =>
  new SharePointError(400, invalidQuery, `The request message is too big. The server does not allow messages larger than ${limit} bytes.`);

/** A fault of this server's own. */
export const unexpected = (): SharePointError => new SharePointError(500, '-1, System.Exception', 'An unexpected error has occurred.');
