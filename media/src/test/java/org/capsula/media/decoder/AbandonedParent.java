package org.capsula.media.decoder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.capsula.media.transcode.Trim;

/** A parent that will be killed: it says its child's number once the child is decoding. */
final class AbandonedParent {
  private AbandonedParent() {}

  /**
   * @param args footage, folder
   */
  public static void main(String[] args) throws Exception {
    Path film = Path.of(args[0]);
    Path folder = Path.of(args[1]);
    AtomicBoolean said = new AtomicBoolean();
    DecoderProcess decoder = DecoderProcess.start(Files.createDirectory(folder.resolve("scratch")));
    decoder.transcode(
        Production.job(film, folder, decoder.inspect(film, Trim.NONE), Trim.NONE),
        time -> {
          if (!said.getAndSet(true)) {
            System.out.println(decoder.handle().pid());
          }
        });
  }
}
