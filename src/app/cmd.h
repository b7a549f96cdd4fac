#pragma once
#include "app/arguments.h"

/// The commands, each in a file of its own; listed in commands.cpp. They return the exit status and throw
/// Error.
namespace hoego {

int cmd_init(const Arguments& arguments);
int cmd_add(const Arguments& arguments);
int cmd_sync(const Arguments& arguments);
int cmd_review(const Arguments& arguments);
int cmd_write(const Arguments& arguments);
int cmd_draft(const Arguments& arguments);
int cmd_activities(const Arguments& arguments);
int cmd_timeline(const Arguments& arguments);
int cmd_evidence(const Arguments& arguments);
int cmd_coverage(const Arguments& arguments);
int cmd_problems(const Arguments& arguments);
int cmd_export(const Arguments& arguments);
int cmd_serve(const Arguments& arguments);
int cmd_resolutions(const Arguments& arguments);
int cmd_verify(const Arguments& arguments);
int cmd_demo(const Arguments& arguments);
int cmd_completion(const Arguments& arguments);

}  // namespace hoego
