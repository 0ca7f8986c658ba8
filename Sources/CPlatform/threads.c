#include "CPlatform.h"
#include <pthread.h>
#include <stdlib.h>

struct gate {
  pthread_mutex_t mutex;
};

static void *wait_at(void *context) {
  struct gate *gate = context;
  pthread_mutex_lock(&gate->mutex);
  pthread_mutex_unlock(&gate->mutex);
  return NULL;
}

int dossier_threads(int wanted) {
  struct gate gate = {PTHREAD_MUTEX_INITIALIZER};
  pthread_t *threads = calloc(wanted > 0 ? (size_t)wanted : 1, sizeof(pthread_t));
  if (threads == NULL) return 0;
  int given = 0;
  pthread_mutex_lock(&gate.mutex);
  while (given < wanted && pthread_create(&threads[given], NULL, wait_at, &gate) == 0) given += 1;
  pthread_mutex_unlock(&gate.mutex);
  for (int index = 0; index < given; index += 1) pthread_join(threads[index], NULL);
  free(threads);
  return given;
}
