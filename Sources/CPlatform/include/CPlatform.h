#ifndef DOSSIER_CPLATFORM_H
#define DOSSIER_CPLATFORM_H

/// Exchanges two names in an open folder in one step, so that neither is ever missing.
/// Returns 0, or the system's error number (ENOSYS where it knows no such call).
int dossier_exchange(int folder, const char *left, const char *right);

/// Gives one open file or folder the extended attributes of another, access lists among them, and
/// no others. Returns 0, or the system's error number.
int dossier_copy_attributes(int from, int to);

/// Begins threads that wait for each other, and ends them. Returns how many the system gave, at
/// most as many as were wanted.
int dossier_threads(int wanted);

/// The commit that the program was made from, or an empty text where whoever made it did not say.
const char *dossier_commit(void);

/// What the program was started with, its own name first, and how many words that are; none where the C
/// library does not tell. Swift's library reads a file of /proc instead.
char *const *dossier_arguments(int *number);

#endif
