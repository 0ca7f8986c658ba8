#include <zlib.h>

// What zlib offers as macros alone: streams without a head of their own, as ZIP archives hold them.

static inline int dossier_deflate_begin(z_stream *stream) {
  return deflateInit2(stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}

static inline int dossier_inflate_begin(z_stream *stream) {
  return inflateInit2(stream, -MAX_WBITS);
}
