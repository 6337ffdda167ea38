// The reductions that have a compiled loop, as numbers (generated/reduce_codes.h): over columns (1) or rows (0), op, register; then as in
// ew_code.h. Data alone, so that tests can walk all of them on every instruction set.
#pragma once
#include "ew_code.h"
#include "generated/reduce_codes.h"
