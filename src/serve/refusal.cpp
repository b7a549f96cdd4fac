#include "serve/refusal.h"

#include <new>
#include <nlohmann/json.hpp>

namespace hoego {

Response refused(int status, const std::string& what, const std::string& where, const std::string& remedy) {
  nlohmann::ordered_json error;
  error["what"] = what;
  error["where"] = where;
  error["remedy"] = remedy;
  Response response;
  response.status = status;
  response.body = nlohmann::ordered_json{{"error", std::move(error)}}.dump(
                      -1, ' ', false, nlohmann::json::error_handler_t::replace) +
                  "\n";
  if (status == 503) response.headers["Retry-After"] = "2";
  return response;
}

Response refused_by_exception() {
  try {
    throw;
  } catch (const Refusal& refusal) {
    return refused(refusal.status(), refusal.what(), refusal.where(), refusal.remedy());
  } catch (const UsageError& error) {
    return refused(400, error.what(), error.where(), error.remedy());
  } catch (const Error& error) {
    return refused(500, error.what(), error.where(), error.remedy());
  } catch (const std::bad_alloc&) {
    return refused(503, "too much memory is needed", "", "close what else needs much, then try again");
  } catch (const std::exception& error) {
    return refused(500, error.what(), "", "try again; if it stays, please report it");
  }
}

}  // namespace hoego
