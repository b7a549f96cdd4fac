#pragma once

namespace hoego {

/// The whole life of a process that makes pictures small: takes jobs over the socket `fd`, one after the
/// other, until its other end is closed. It limits its own memory and time. Returns its exit status.
/// PictureWorkers starts it as `hoego picture-worker FD`.
int picture_worker_main(int fd);

}  // namespace hoego
