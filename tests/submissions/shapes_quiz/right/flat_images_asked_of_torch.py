images = torch.zeros(24, 3, 6, 5)
flat_images = images.flatten(start_dim=1).shape
