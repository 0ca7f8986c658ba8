#ifndef DOSSIER_CPLATFORM_H
#define DOSSIER_CPLATFORM_H

/// Exchanges two names in an open folder in one step, so that neither is ever missing.
/// Returns 0, or the system's error number (ENOSYS where it knows no such call).
int dossier_exchange(int folder, const char *left, const char *right);

#endif
