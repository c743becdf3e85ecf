package org.capsula.server.certificate;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMParser;

/** Reads what certificate authorities hand out: PEM (RFC 7468), and what OpenSSL made before it. */
final class PemFiles {
  private PemFiles() {}

  /**
   * All that stands in the file, in its order.
   *
   * @param option that named it
   */
  static List<Object> read(Path file, String option) throws UnusableCertificateException {
    List<Object> found = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
        PEMParser parser = new PEMParser(text)) {
      for (Object each = parser.readObject(); each != null; each = parser.readObject()) {
        found.add(each);
      }
    } catch (NoSuchFileException e) {
      throw new UnusableCertificateException(
          option + " " + file + " does not exist; name the PEM file that does.");
    } catch (PEMException | IllegalArgumentException e) {
      throw new UnusableCertificateException(
          option + " " + file + " is damaged; get it again from where it came.");
    } catch (IOException e) {
      throw new UnusableCertificateException(
          option + " " + file + " cannot be read; check its permissions.");
    }
    return found;
  }
}
