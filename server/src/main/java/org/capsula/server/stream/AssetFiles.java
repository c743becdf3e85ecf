package org.capsula.server.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.capsula.server.asset.Assets;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;

/** {@code /assets/{hash}/{name}}: styles, scripts, fonts. */
public final class AssetFiles implements Endpoint {
  private final Assets assets;

  /** Kept, as an answer keeps its compressed form. */
  private final Map<String, Response> answers = new ConcurrentHashMap<>();

  public AssetFiles(Assets assets) {
    this.assets = assets;
  }

  @Override
  public Response answer(Request request) {
    String name = request.variable("name");
    return assets
        .find(request.variable("hash"), name)
        .map(
            asset ->
                answers.computeIfAbsent(
                    name,
                    any ->
                        Response.bytes(asset.mediaType(), asset.bytes())
                            .caching(Caching.immutable())))
        .orElseGet(() -> Response.error(404));
  }
}
