package org.capsula.server.certificate;

/** HTTPS cannot be spoken with these files. The message is a sentence for their user. */
public final class UnusableCertificateException extends Exception {
  UnusableCertificateException(String sentence) {
    super(sentence);
  }
}
