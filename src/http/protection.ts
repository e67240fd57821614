/** The headers by which a browser shields what it shows, as helmet gives them. */
import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';
import { STYLE_HASH } from './markup.ts';

/**
 * The same for every answer, so helmet is asked once and not for each.
 *
 * @param isEncrypted whether the service encrypts itself; where a proxy does, the proxy says so
 */
export function protectiveHeaders(isEncrypted: boolean): OutgoingHttpHeaders {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: [STYLE_HASH],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isEncrypted,
  });
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  protect(request, response, (error) => {
    if (error !== undefined) throw error;
  });
  return response.getHeaders();
}
