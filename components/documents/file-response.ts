/** A file of an organisation's own, under its name; kept by nobody on the way. */
export function fileResponse(
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  name: string,
): Response {
  // The first name is for what knows no other letters than these (RFC 6266).
  const plain = name.normalize('NFD').replace(/[^\w. -]/g, '');
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'no-store',
    },
  });
}
