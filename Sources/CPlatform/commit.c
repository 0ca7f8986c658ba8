#include "CPlatform.h"

// In the way of a build that knows its commit; a file of the sources that each build writes would be in
// every diff.
#if __has_include("dossier-commit.h")
#include "dossier-commit.h"
#else
#define DOSSIER_COMMIT ""
#endif

const char *dossier_commit(void) { return DOSSIER_COMMIT; }
