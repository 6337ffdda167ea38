// A peer of the benchmark in C++: questions come as JSON lines on standard input, answers go to file descriptor 3.
#pragma once
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <string>
#include <vector>

namespace bench {

// A question of the bench: objects of numbers and plain strings, whose names are unique over the whole line.
class Question {
 public:
  explicit Question(const char* line) : line_(line) {}

  double Number(const char* name, double otherwise) const {
    const char* at = Find(name);
    return at ? strtod(at, nullptr) : otherwise;
  }
  int64_t Integer(const char* name, int64_t otherwise) const { return static_cast<int64_t>(Number(name, static_cast<double>(otherwise))); }
  std::string Text(const char* name) const {
    const char* at = Find(name);
    if (!at || *at != '"') return "";
    const char* end = strchr(at + 1, '"');
    return end ? std::string(at + 1, end) : "";
  }
  bool Is(const char* name, const char* value) const { return Text(name) == value; }

 private:
  const char* Find(const char* name) const {
    const std::string key = '"' + std::string(name) + "\":";
    const char* at = strstr(line_, key.c_str());
    return at ? at + key.size() : nullptr;
  }
  const char* line_;
};

inline void Write(FILE* out, const char* name, const std::string& json) {
  fprintf(out, "{\"%s\":%s}\n", name, json.c_str());
  fflush(out);
}
inline std::string Json(double value) {
  char text[40];
  snprintf(text, sizeof text, "%.17g", value);
  return text;
}
inline std::string Json(const std::string& text) { return '"' + text + '"'; }
inline std::string Json(const std::vector<double>& values) {
  std::string text = "[";
  for (size_t i = 0; i < values.size(); ++i) text += (i ? "," : "") + Json(values[i]);
  return text + "]";
}

// Answers one question with JSON; an empty string means that this peer cannot do it.
using Answer = std::string (*)(const Question& question);

inline int Serve(const std::string& version, Answer check, Answer time) {
  FILE* out = fdopen(3, "w");
  if (!out) return 1;
  char* line = nullptr;
  size_t size = 0;
  while (getline(&line, &size, stdin) > 0) {
    const Question q(line);
    if (q.Is("question", "ready")) {
      Write(out, "answer", "true");
    } else if (q.Is("question", "version")) {
      Write(out, "answer", Json(version));
    } else {
      const std::string answer = (q.Is("question", "check") ? check : time)(q);
      if (answer.empty()) {
        Write(out, "missing", Json("it has no such operation"));
      } else {
        Write(out, "answer", answer);
      }
    }
  }
  free(line);
  return 0;
}

// The number of threads of this process, for its whole life.
inline int32_t Threads() {
  const char* text = getenv("RIDGELINE_BENCH_THREADS");
  return text ? static_cast<int32_t>(strtol(text, nullptr, 10)) : 1;
}

}  // namespace bench
