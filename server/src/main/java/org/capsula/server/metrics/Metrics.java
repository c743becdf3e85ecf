package org.capsula.server.metrics;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.upkeep.Disk;
import org.capsula.server.http.Answered;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;

/** {@code /metrics}, in Prometheus's text format (version 0.0.4). */
public final class Metrics implements Endpoint, Answered.Listener, AutoCloseable {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final RequestMetrics requests = new RequestMetrics(registry);
  private final JvmGcMetrics collector = new JvmGcMetrics();

  public Metrics(Library library, Disk disk) {
    LibraryMetrics.bind(registry, library, disk);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collector.bindTo(registry);
  }

  @Override
  public void heard(Answered answered) {
    requests.heard(answered);
  }

  @Override
  public Response answer(Request request) {
    return Response.text(TEXT, registry.scrape());
  }

  @Override
  public void close() {
    collector.close();
    registry.close();
  }
}
