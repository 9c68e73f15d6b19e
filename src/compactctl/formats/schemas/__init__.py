"""JSON Schemas of documents and of JSON outputs, made from the models that read and the records that write them."""
