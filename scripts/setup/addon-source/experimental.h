// node-api-headers leaves out what is experimental. node-addon-api needs this one function, and the mark that it exists, to move
// the addon's finalizers out of the garbage collector, where a module of the experimental version may not call JavaScript.
// The function is in Node since 20.10.
#include <node_api.h>

#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER

extern "C" NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(node_api_basic_env env, napi_finalize finalize, void* data, void* hint);
