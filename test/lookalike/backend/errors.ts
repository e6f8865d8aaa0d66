/** An answer of the API that is not a success; `detail` is the sentence which the app shows. */
export class ApiError extends Error {
  readonly status: number;
  readonly detail: string;

  constructor(status: number, detail: string) {
    super(`${String(status)} ${detail}`);
    this.name = 'ApiError';
    this.status = status;
    this.detail = detail;
  }
}

/** Sentences of the published API, word by word where it gives them (section 2.3). */
export const SENTENCES = {
  ownerCannotBeRemoved: 'Owner can not be removed.',
  memberUnknown: 'This member or workspace does not exist.',
  ownerRoleFixed: 'Cannot change the role of the workspace owner.',
  lastAdminRoleFixed: 'Cannot change the role of the last member with admin privileges.',
  forbidden: 'You do not have permission to perform this action.',
  notFound: 'Not found.',
  notSignedIn: 'Authentication credentials were not provided.',
  wrongLogin: 'The email or password is incorrect.',
  roleUnknown: 'This role does not exist.',
  licenseUnknown: 'This license does not exist.',
  keyNotIncluded: 'API access is not included in your plan.',
  keyNeedsAdmin: 'Only an Admin of the workspace can generate an API key.',
  emailInvalid: 'Enter a valid email address.',
  alreadyMember: 'This user is already a member of the workspace.',
  badRequest: 'Request error.',
  serverError: 'Something went wrong. Please try again later.',
} as const;
