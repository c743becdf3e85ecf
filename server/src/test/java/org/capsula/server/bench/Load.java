package org.capsula.server.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Asks a server from several connections that are kept, each one question after the other. */
final class Load {
  static final int CLIENTS = 4;

  private final String origin;

  /**
   * @param origin with its slash
   */
  Load(String origin) {
    this.origin = origin;
  }

  /**
   * What it took.
   *
   * @param millis of each answer, shortest first
   * @param bytes of the last answer
   */
  record Times(List<Double> millis, long bytes) {
    double at(double share) {
      return millis.get((int) Math.ceil(share * millis.size()) - 1);
    }

    double longest() {
      return millis.get(millis.size() - 1);
    }
  }

  /**
   * Ends after so many requests or so much time, whichever is first.
   *
   * @param address of each request, from the origin, by its number
   */
  Times run(int requests, Duration atMost, IntFunction<String> address) throws Exception {
    AtomicInteger next = new AtomicInteger();
    long end = System.nanoTime() + atMost.toNanos();
    List<Callable<Answers>> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(() -> client(next, requests, end, address));
    }
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Double> millis = new ArrayList<>();
      long bytes = 0;
      for (Future<Answers> client : threads.invokeAll(clients)) {
        millis.addAll(client.get().millis);
        bytes = client.get().bytes;
      }
      Collections.sort(millis);
      return new Times(millis, bytes);
    } finally {
      threads.shutdown();
    }
  }

  private Answers client(AtomicInteger next, int requests, long end, IntFunction<String> address)
      throws IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<Double> millis = new ArrayList<>();
    long bytes = 0;
    for (int n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
      long begin = System.nanoTime();
      bytes = get(http, address.apply(n)).length;
      long now = System.nanoTime();
      millis.add((now - begin) / 1e6);
      if (now > end) {
        break;
      }
    }
    return new Answers(millis, bytes);
  }

  private byte[] get(HttpClient http, String address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(origin + address))
            .header("Accept-Language", "el,fr;q=0.5")
            .build();
    var response = http.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(address + " answers " + response.statusCode());
    }
    return response.body();
  }

  /** One answer, for whoever must read it. */
  String text(String address) throws IOException, InterruptedException {
    byte[] body = get(HttpClient.newHttpClient(), address);
    return new String(body, StandardCharsets.UTF_8);
  }

  private record Answers(List<Double> millis, long bytes) {}
}
