package org.capsula.server.browser;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Folders on the loopback, as any web server that answers byte ranges would serve them. */
final class Site implements AutoCloseable {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  private Site(List<Path> folders) {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    MimeTypes.Mutable types = server.getMimeTypes();
    types.addMimeMapping("m3u8", "application/vnd.apple.mpegurl");
    types.addMimeMapping("mpd", "application/dash+xml");
    types.addMimeMapping("vtt", "text/vtt;charset=utf-8");
    ResourceFactory resources = ResourceFactory.of(server);
    ResourceHandler files = new ResourceHandler();
    files.setBaseResource(
        ResourceFactory.combine(folders.stream().map(resources::newResource).toList()));
    files.setAcceptRanges(true);
    server.setHandler(files);
  }

  static Site over(Path... folders) {
    Site site = new Site(List.of(folders));
    LifeCycle.start(site.server);
    return site;
  }

  String origin() {
    return "http://127.0.0.1:" + connector.getLocalPort();
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
  }
}
