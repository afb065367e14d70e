import { createPrivateKey, sign, X509Certificate } from 'node:crypto';

/** The headers that NextGenPSD2 has signed, as far as a request has them (Implementation Guidelines 1.3, section 12.2). */
const SIGNED = ['digest', 'x-request-id', 'psu-id', 'psu-corporate-id', 'date', 'tpp-redirect-uri'];

/**
 * Adds the signature of draft-cavage-http-signatures, as NextGenPSD2 asks for it, to headers that hold `digest` and
 * `x-request-id` already: RSA keys of a QSEAL sign by `rsa-sha256`, keys on a curve by `ecdsa-sha256`.
 */
export function signRequest(headers: Record<string, string>, seal: { cert: string; key: string }) {
  const certificate = new X509Certificate(seal.cert);
  const key = createPrivateKey(seal.key);
  const names = SIGNED.filter((name) => headers[name] !== undefined);
  const text = names.map((name) => `${name}: ${headers[name]}`).join('\n');
  const signature = sign('sha256', Buffer.from(text), key).toString('base64');
  const algorithm = key.asymmetricKeyType === 'rsa' ? 'rsa-sha256' : 'ecdsa-sha256';
  // Node lists the issuer from the country down, one part a line; RFC 4514 wants the most specific part first.
  const issuer = certificate.issuer.split('\n').reverse().join(',');
  return {
    ...headers,
    signature: `keyId="SN=${certificate.serialNumber},CA=${issuer}",algorithm="${algorithm}",headers="${names.join(' ')}",signature="${signature}"`,
    'tpp-signature-certificate': certificate.raw.toString('base64'),
  };
}
