//! What the browser makes livelier. A page works without any of them.
