// A wire in user space between two network namespaces, at the level of IP packets. The kernel's own TCP runs at both ends, so that
// delay, loss, a long queue and cuts are real to it. Nothing can leave the machine: the namespaces have no other interface.
//
//   netwire NAMESPACE_A IF_A NAMESPACE_B IF_B CONFIG
//
// CONFIG has a key=value on each line and is read again when it changes, which also begins the cycles of cuts and stalls anew.
// It ends with the process that started it. Keys that end in _ab hold for A to B (the way up), _ba for B to A, without an ending for both:
//   rate (bit/s, 0: no limit)  delay_ms (one way)  jitter_ms  loss (0..1)  burst (mean packets of a loss; 1: each by itself)
//   queue_ms (what would wait longer is dropped)  up_s, down_s (the line comes and goes)  stall_every_s, stall_s (nothing leaves)  seed
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

typedef struct Packet {
  struct Packet *next;
  int64_t due;
  int length;
  char bytes[];
} Packet;

typedef struct {
  double rate, delay_ns, jitter_ns, loss, burst, queue_ms;
  Packet *first, *last;
  int64_t busy_until, last_due;
  int in_burst;
} Direction;

static const int64_t second = 1000000000LL;
static Direction ways[2];
static double up_s, down_s, stall_every_s, stall_s;
static uint64_t random_state = 1;
static volatile sig_atomic_t stopped = 0;

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * second + t.tv_nsec;
}

// xorshift64: the same seed drops the same packets.
static double next_random(void) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return (random_state >> 11) / 9007199254740992.0;
}

static void set_for(Direction *way, const char *key, double value) {
  if (!strcmp(key, "rate")) way->rate = value;
  else if (!strcmp(key, "delay_ms")) way->delay_ns = value * 1e6;
  else if (!strcmp(key, "jitter_ms")) way->jitter_ns = value * 1e6;
  else if (!strcmp(key, "loss")) way->loss = value;
  else if (!strcmp(key, "burst")) way->burst = value < 1 ? 1 : value;
  else if (!strcmp(key, "queue_ms")) way->queue_ms = value;
}

static void read_config(const char *name) {
  FILE *file = fopen(name, "r");
  if (!file) return;
  for (int i = 0; i < 2; i++) {
    ways[i].rate = ways[i].delay_ns = ways[i].jitter_ns = ways[i].loss = 0;
    ways[i].burst = 1;
    ways[i].queue_ms = 200;
  }
  up_s = down_s = stall_every_s = stall_s = 0;
  char line[256], key[64];
  double value;
  while (fgets(line, sizeof line, file)) {
    if (sscanf(line, "%63[^=]=%lf", key, &value) != 2) continue;
    size_t length = strlen(key);
    if (length > 3 && !strcmp(key + length - 3, "_ab")) {
      key[length - 3] = 0;
      set_for(&ways[0], key, value);
    } else if (length > 3 && !strcmp(key + length - 3, "_ba")) {
      key[length - 3] = 0;
      set_for(&ways[1], key, value);
    } else if (!strcmp(key, "up_s")) up_s = value;
    else if (!strcmp(key, "down_s")) down_s = value;
    else if (!strcmp(key, "stall_every_s")) stall_every_s = value;
    else if (!strcmp(key, "stall_s")) stall_s = value;
    else if (!strcmp(key, "seed")) random_state = (uint64_t)value * 2654435761ULL + 88172645463325252ULL;
    else
      for (int i = 0; i < 2; i++) set_for(&ways[i], key, value);
  }
  fclose(file);
}

static void on_stop(int signal) {
  (void)signal;
  stopped = 1;
}

// A TUN interface is made in the namespace that the thread is in at that moment.
static int open_tun(const char *namespace, const char *interface) {
  char path[128];
  int own = open("/proc/self/ns/net", O_RDONLY);
  snprintf(path, sizeof path, "/var/run/netns/%s", namespace);
  int there = open(path, O_RDONLY);
  if (there < 0 || setns(there, CLONE_NEWNET)) {
    perror(path);
    exit(1);
  }
  int tun = open("/dev/net/tun", O_RDWR | O_NONBLOCK);
  struct ifreq request;
  memset(&request, 0, sizeof request);
  request.ifr_flags = IFF_TUN | IFF_NO_PI;
  strncpy(request.ifr_name, interface, IFNAMSIZ - 1);
  if (tun < 0 || ioctl(tun, TUNSETIFF, &request)) {
    perror("/dev/net/tun");
    exit(1);
  }
  setns(own, CLONE_NEWNET);
  close(own);
  close(there);
  return tun;
}

// Independent losses, or bursts of them (Gilbert's model with two states).
static int is_lost(Direction *way) {
  if (way->loss <= 0) return 0;
  if (way->burst <= 1) return next_random() < way->loss;
  double leave = 1 / way->burst, enter = way->loss * leave / (1 - way->loss);
  if (way->in_burst) {
    if (next_random() < leave) way->in_burst = 0;
  } else if (next_random() < enter) way->in_burst = 1;
  return way->in_burst;
}

static void take(Direction *way, const char *bytes, int length, int64_t at) {
  if (is_lost(way)) return;
  int64_t sent = way->busy_until > at ? way->busy_until : at;
  if (way->rate > 0) {
    if ((sent - at) / 1e6 > way->queue_ms) return;
    sent += (int64_t)(length * 8e9 / way->rate);
    way->busy_until = sent;
  }
  int64_t due = sent + (int64_t)way->delay_ns + (way->jitter_ns > 0 ? (int64_t)(next_random() * way->jitter_ns) : 0);
  // Jitter delays, it never reorders.
  if (due < way->last_due) due = way->last_due;
  way->last_due = due;
  Packet *packet = malloc(sizeof(Packet) + length);
  packet->next = 0;
  packet->due = due;
  packet->length = length;
  memcpy(packet->bytes, bytes, length);
  if (way->last) way->last->next = packet;
  else way->first = packet;
  way->last = packet;
}

// Gives over what is due; returns when the next packet is.
static int64_t deliver(Direction *way, int to, int64_t at, int64_t held_until, int is_down) {
  while (way->first) {
    Packet *packet = way->first;
    int64_t due = packet->due > held_until ? packet->due : held_until;
    if (due > at) return due;
    way->first = packet->next;
    if (!way->first) way->last = 0;
    if (!is_down && write(to, packet->bytes, packet->length) < 0 && errno != EAGAIN) perror("write");
    free(packet);
  }
  return at + second / 10;
}

static double phase(double elapsed, double cycle) { return elapsed - (int64_t)(elapsed / cycle) * cycle; }

int main(int count, char **args) {
  if (count != 6) {
    fprintf(stderr, "usage: netwire NAMESPACE_A IF_A NAMESPACE_B IF_B CONFIG\n");
    return 2;
  }
  const char *config = args[5];
  read_config(config);
  struct sigaction action = {.sa_handler = on_stop};
  sigaction(SIGTERM, &action, 0);
  sigaction(SIGINT, &action, 0);
  int tuns[2] = {open_tun(args[1], args[2]), open_tun(args[3], args[4])};
  int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
  int64_t began = now(), checked = 0;
  struct stat seen = {0}, state;
  stat(config, &seen);
  static char buffer[70000];
  pid_t parent = getppid();
  printf("ready\n");
  fflush(stdout);
  while (!stopped && getppid() == parent) {
    int64_t at = now();
    if (at - checked > second / 5) {
      checked = at;
      if (!stat(config, &state) && (state.st_mtim.tv_sec != seen.st_mtim.tv_sec || state.st_mtim.tv_nsec != seen.st_mtim.tv_nsec)) {
        seen = state;
        read_config(config);
        began = at;
      }
    }
    double elapsed = (double)(at - began) / second;
    int is_down = down_s > 0 && phase(elapsed, up_s + down_s) >= up_s;
    int64_t held_until = 0;
    if (stall_every_s > 0 && phase(elapsed, stall_every_s) >= stall_every_s - stall_s)
      held_until = at + (int64_t)((stall_every_s - phase(elapsed, stall_every_s)) * second);
    int64_t wake = at + second / 10;
    for (int i = 0; i < 2; i++) {
      int64_t due = deliver(&ways[i], tuns[1 - i], at, held_until, is_down);
      if (due < wake) wake = due;
    }
    struct itimerspec until = {{0, 0}, {wake / second, wake % second}};
    timerfd_settime(timer, TFD_TIMER_ABSTIME, &until, 0);
    struct pollfd waits[3] = {{tuns[0], POLLIN, 0}, {tuns[1], POLLIN, 0}, {timer, POLLIN, 0}};
    poll(waits, 3, 200);
    uint64_t ticks;
    if (waits[2].revents && read(timer, &ticks, sizeof ticks) < 0 && errno != EAGAIN) perror("timer");
    at = now();
    for (int i = 0; i < 2; i++)
      for (int taken = 0; taken < 64; taken++) {
        int length = read(tuns[i], buffer, sizeof buffer);
        if (length <= 0) break;
        if (!is_down) take(&ways[i], buffer, length, at);
      }
  }
  return 0;
}
