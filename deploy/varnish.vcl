vcl 4.1;

# Varnish (6 or newer) in front of Midad, which tells it what changed: MIDAD_PURGE="varnish-xkey:http://varnish:6081".
# Without the package varnish-modules: leave out "import xkey", the line with xkey.purge and the one that sets xkey, and use
# MIDAD_PURGE="varnish-ban:http://varnish:6081".

import std;
import xkey;

backend midad {
  .host = "midad";
  .port = "4000";
  .probe = { .url = "/healthz"; .interval = 5s; .timeout = 2s; .window = 3; .threshold = 2; }
}

# Who may purge: the nodes.
acl nodes {
  "localhost";
  "10.0.0.0"/8;
  "172.16.0.0"/12;
  "192.168.0.0"/16;
}

sub vcl_recv {
  if (req.method == "PURGE") {
    if (client.ip !~ nodes) { return (synth(403)); }
    if (req.http.xkey-purge) {
      set req.http.n = xkey.purge(req.http.xkey-purge);
      return (synth(200, req.http.n + " dropped"));
    }
    if (req.http.x-ban-keys) {
      ban("obj.http.Surrogate-Key ~ " + req.http.x-ban-keys);
      return (synth(200, "banned"));
    }
    return (synth(400));
  }
  # The newsroom, the API and co-editing go through.
  if (req.http.Upgrade ~ "(?i)websocket") { return (pipe); }
  if (req.url ~ "^/(newsroom|api)(/|$)" || (req.method != "GET" && req.method != "HEAD")) { return (pass); }
  # Pages depend on no cookie and on no other header.
  unset req.http.Cookie;
  unset req.http.Authorization;
}

sub vcl_pipe {
  set bereq.http.Upgrade = req.http.Upgrade;
  set bereq.http.Connection = req.http.Connection;
}

sub vcl_backend_response {
  if (beresp.http.Surrogate-Key && beresp.http.Cache-Control ~ "public" && beresp.status < 500) {
    # What changes is dropped at once; side lists such as most-read are as old as this at most.
    set beresp.ttl = 60s;
    # Served while it is fetched anew, and for a day when no node answers.
    set beresp.grace = 24h;
    set beresp.http.xkey = beresp.http.Surrogate-Key;
  }
}

sub vcl_deliver {
  unset resp.http.xkey;
  set resp.http.X-Cache = "MISS";
  if (obj.hits > 0) { set resp.http.X-Cache = "HIT"; }
}
