// The preview server has no part yet.
