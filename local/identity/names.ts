/** The audience of bearer tokens for our API, and the one client of the embedded issuer. */
export const apiAudience = 'vinh-danh-api';
export const webClientId = 'vinh-danh-web';
/** Where the issuer is mounted under the public origin. */
export const mountPath = '/oidc';
