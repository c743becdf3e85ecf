package org.capsula.pipeline.database;

/**
 * How busy connections are.
 *
 * @param pool writer or reader
 * @param waiting threads that want one and have none
 */
public record PoolUse(String pool, int active, int idle, int waiting) {}
